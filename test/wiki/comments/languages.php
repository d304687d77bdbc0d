<?php
/**
 * Prints one JSON object: a talk page in the content language of this wiki with who signed when, and what the wiki tells
 * of itself. Signatures and time stamps are made by MediaWiki's own messages and pre-save transform.
 */
require_once getenv( 'WIKI_CODE' ) . '/maintenance/Maintenance.php';

use MediaWiki\MediaWikiServices;
use MediaWiki\Parser\ParserOptions;
use MediaWiki\Title\Title;
use MediaWiki\User\User;

class TalkPage extends Maintenance {
	private const PEOPLE = [ 'Moth', 'Kettle Drum', "O'Hara-Lund (ed.)", 'Ines Ó Flannáin' ];

	/** What `~~~~~` becomes at an instant. */
	private function stamp( string $instant ): string {
		$options = ParserOptions::newFromAnon();
		$options->setTimestamp( $instant );
		$anon = User::newFromName( '203.0.113.77', false );
		$title = Title::makeTitle( NS_TALK, 'Lamp' );
		return MediaWikiServices::getInstance()->getParser()->preSaveTransform( '~~~~~', $title, $anon, $options );
	}

	/** The words of dates in one variant of the content language. */
	private function words( Language $language, callable $convert ): array {
		$words = [
			'dateFormat' => preg_replace_callback(
				'/"[^"]*"|[^\x00-\x7f]+/u',
				static fn ( $match ) => $convert( $match[0] ),
				$language->getDateFormatString( 'both', $language->dateFormat( false ) )
			),
			'digits' => array_map( static fn ( $digit ) => $convert( $language->formatNumNoSeparators( $digit ) ), str_split( '0123456789' ) ),
			'timezoneAbbreviations' => [ $convert( wfMessage( 'timezone-utc' )->inContentLanguage()->text() ) => 'UTC' ],
		];
		$lists = [
			'months' => Language::MONTH_MESSAGES,
			'monthsGenitive' => Language::MONTH_GENITIVE_MESSAGES,
			'monthsAbbrev' => Language::MONTH_ABBREVIATED_MESSAGES,
			'weekdays' => Language::WEEKDAY_MESSAGES,
			'weekdaysAbbrev' => Language::WEEKDAY_ABBREVIATED_MESSAGES,
		];
		foreach ( $lists as $name => $keys ) {
			$words[$name] = array_map( static fn ( $key ) => $convert( wfMessage( $key )->inContentLanguage()->text() ), array_values( $keys ) );
		}
		return $words;
	}

	private function wiki( Language $language ): array {
		$converter = MediaWikiServices::getInstance()->getLanguageConverterFactory()->getLanguageConverter( $language );
		$dates = [];
		foreach ( $converter->getVariants() as $variant ) {
			$dates[$variant] = $this->words( $language, static fn ( $text ) => $converter->translate( $text, $variant ) );
		}
		return [
			'articlePath' => '/wiki/$1',
			'namespaceIds' => $language->getNamespaceIds(),
			'formattedNamespaces' => $language->getFormattedNamespaces(),
			'specialContributions' => $language->getSpecialPageAliases()['Contributions'] ?? [ 'Contributions' ],
			'localTimezone' => 'UTC',
			'dates' => $dates,
			'timestampProbe' => [ 'instantUTC' => '2024-01-05T07:29:00Z', 'text' => $this->stamp( '20240105072900' ) ],
		];
	}

	private function signature( string $name ): string {
		$anon = $name === '203.0.113.77';
		$text = wfMessage( $anon ? 'signature-anon' : 'signature', wfEscapeWikiText( $name ), wfEscapeWikiText( $name ) )->inContentLanguage()->text();
		// A few languages have a default signature without a link that leads to the user.
		$usable = str_contains( $text, "[[" ) && !str_contains( $text, ': ' );
		return $usable ? preg_replace( '/\s+/', ' ', trim( $text ) ) : "[[User:$name|$name]]";
	}

	public function execute() {
		$services = MediaWikiServices::getInstance();
		$language = $services->getContentLanguage();
		$seed = crc32( $language->getCode() );
		$random = static function ( int $below ) use ( &$seed ): int {
			$seed = ( $seed * 1103515245 + 12345 ) & 0x7fffffff;
			return intdiv( $seed, 65536 ) % $below;
		};
		$text = '';
		$expected = [];
		for ( $k = 0; $k < 36; $k++ ) {
			$depth = $k % 12 === 0 ? 0 : min( $expected[$k - 1]['level'], $random( 6 ) );
			$name = $random( 5 ) === 0 ? '203.0.113.77' : self::PEOPLE[$random( 4 )];
			$at = sprintf( '%04d%02d%02d%02d%02d00', 2005 + $random( 21 ), 1 + $k % 12, 1 + $random( 28 ), $random( 24 ), $random( 60 ) );
			$text .= $k % 12 === 0 ? "== Topic $k ==\n" : '';
			$line = "Words number $k here. {$this->signature( $name )} {$this->stamp( $at )}";
			$text .= $depth === 0 ? "\n$line\n\n" : str_repeat( ':', $depth ) . " $line\n";
			$iso = preg_replace( '/(....)(..)(..)(..)(..)../', '$1-$2-$3T$4:$5:00Z', $at );
			$expected[] = [ 'author' => $name, 'timestampISO' => $iso, 'level' => $depth + 1 ];
		}
		$title = Title::makeTitle( NS_TALK, 'Lamp' );
		$options = ParserOptions::newFromAnon();
		$html = $services->getParserFactory()->create()->parse( $text, $title, $options )->getRawText();
		$page = [ 'title' => $title->getPrefixedText(), 'wiki' => $this->wiki( $language ), 'html' => $html, 'expected' => $expected ];
		$this->output( json_encode( $page, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR ) );
	}
}

$maintClass = TalkPage::class;
require_once RUN_MAINTENANCE_IF_MAIN;
