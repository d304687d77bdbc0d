<?php
/** The settings of every test wiki; what differs from one to the next comes by the environment and extra.php. */

$folder = getenv( 'WIKI_FOLDER' );
$port = getenv( 'WIKI_PORT' );

$wgSitename = 'Wikihaven test wiki';
$wgMetaNamespace = 'Project';
$wgServer = "http://127.0.0.1:$port";
$wgScriptPath = '/w';
$wgResourceBasePath = '/w';
$wgArticlePath = '/wiki/$1';
$wgUsePathInfo = true;
$wgLanguageCode = 'en';
$wgLocaltimezone = 'UTC';
$wgSecretKey = trim( file_get_contents( "$folder/secret" ) );

// Cookies of 127.0.0.1 are shared by all ports, so two wikis need two names.
$wgDBtype = 'sqlite';
$wgDBname = "haven$port";
$wgCookiePrefix = "haven$port";
$wgSQLiteDataDir = "$folder/data";
$sqlite = [
	'type' => 'sqlite', 'tablePrefix' => '', 'variables' => [ 'synchronous' => 'NORMAL' ],
	'dbDirectory' => $wgSQLiteDataDir, 'trxMode' => 'IMMEDIATE', 'flags' => 0,
];
$wgObjectCaches[CACHE_DB] = [
	'class' => SqlBagOStuff::class, 'loggroup' => 'SQLBagOStuff', 'server' => $sqlite + [ 'dbname' => 'wikicache' ],
];
$wgJobTypeConf['default'] = [
	'class' => 'JobQueueDB', 'claimTTL' => 3600, 'server' => $sqlite + [ 'dbname' => 'haven_jobqueue' ],
];
// The name of the cache stays when a copy of the wiki runs on another port, so that a copy starts warm.
$wgCachePrefix = 'haven';
$wgMainCacheType = PHP_SAPI === 'cli' ? CACHE_DB : CACHE_ACCEL;
$wgSessionCacheType = CACHE_DB;
$wgParserCacheType = CACHE_DB;
$wgMessageCacheType = CACHE_DB;
$wgResourceLoaderUseObjectCacheForDeps = true;
$wgCacheDirectory = getenv( 'WIKI_CACHE' );
$wgLocalisationCacheConf['store'] = 'array';

$wgEnableUploads = true;
$wgUploadDirectory = "$folder/images";
$wgUploadPath = '/images';
$wgUseImageMagick = false;
$wgFileExtensions = [ 'png', 'jpg', 'jpeg', 'gif', 'webp', 'svg' ];
$wgMaxShellMemory = 1024 * 1024;

// Mail goes to files, so that a test can read it.
$wgEnableEmail = true;
$wgEnableUserEmail = true;
$wgEmergencyContact = $wgPasswordSender = 'wiki@wiki.example';
$wgHooks['AlternateUserMailer'][] = static function ( $headers, $to, $from, $subject, $body ) use ( $folder ) {
	$mail = [ 'to' => array_map( 'strval', $to ), 'from' => (string)$from, 'subject' => $subject, 'body' => $body ];
	file_put_contents( sprintf( '%s/mail/%.6f.json', $folder, microtime( true ) ), json_encode( $mail ) );
	return false;
};

$wgRateLimits = [];
$wgPasswordAttemptThrottle = [];
$wgAccountCreationThrottle = [];
$wgPingback = false;
$wgCompressRevisions = true;
$wgPageLanguageUseDB = true;
$wgDiff3 = '/usr/bin/diff3';
$wgJobRunRate = 1;
$wgShowExceptionDetails = true;
$wgAllowUserJs = true;
$wgAllowUserCss = true;

foreach ( [ 'Vector', 'MinervaNeue', 'MonoBook', 'Timeless' ] as $skin ) {
	wfLoadSkin( $skin );
}
foreach ( explode( ',', getenv( 'WIKI_EXTENSIONS' ) ) as $extension ) {
	wfLoadExtension( $extension );
}
$wgDefaultSkin = 'vector-2022';
$wgVectorNightMode = [ 'logged_out' => true, 'logged_in' => true, 'beta' => true ];
$wgMinervaNightMode = [ 'base' => true, 'loggedin' => true, 'amc' => true ];
$wgVectorResponsive = true;

$wgGroupPermissions['sysop']['deleterevision'] = true;
$wgGroupPermissions['sysop']['deletelogentry'] = true;
$wgGroupPermissions['suppress']['viewsuppressed'] = true;
$wgGroupPermissions['suppress']['suppressrevision'] = true;
$wgGroupPermissions['suppress']['suppressionlog'] = true;
$wgGroupPermissions['suppress']['deleterevision'] = true;
$wgGroupPermissions['arbcom']['read'] = true;
$wgGroupPermissions['sysop']['abusefilter-modify'] = true;
$wgGroupPermissions['sysop']['pagelang'] = true;
$wgAddGroups['sysop'] = [ 'arbcom' ];
$wgRemoveGroups['sysop'] = [ 'arbcom' ];

if ( is_file( "$folder/extra.php" ) ) {
	require "$folder/extra.php";
}
