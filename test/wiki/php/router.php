<?php
/** What Apache would do for a wiki: /wiki/TITLE and /w/*.php go to MediaWiki's entry points, the rest are files. */

$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ?: '/' );
if ( $path === '/' ) {
	header( 'Location: /wiki/Main_Page' );
	return true;
}
$entry = null;
if ( str_starts_with( $path, '/wiki/' ) ) {
	$entry = 'index';
	$info = '';
} elseif ( preg_match( '!^/w/(index|api|load|rest|thumb|opensearch_desc)\.php(/.*)?$!', $path, $match ) ) {
	$entry = $match[1];
	$info = $match[2] ?? '';
}
if ( $entry === null ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "/w/$entry.php";
$_SERVER['SCRIPT_FILENAME'] = getenv( 'WIKI_CODE' ) . "/$entry.php";
if ( $info !== '' ) {
	$_SERVER['PATH_INFO'] = $info;
}
chdir( getenv( 'WIKI_CODE' ) );
require getenv( 'WIKI_CODE' ) . "/$entry.php";
