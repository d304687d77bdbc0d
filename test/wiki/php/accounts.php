<?php
/** Makes the accounts that standard input lists as JSON, in one run: a script of MediaWiki's own would take one for each. */

use MediaWiki\MediaWikiServices;
use MediaWiki\User\User;

require_once getenv( 'WIKI_CODE' ) . '/maintenance/Maintenance.php';

class Accounts extends Maintenance {
	public function execute() {
		$groupManager = MediaWikiServices::getInstance()->getUserGroupManager();
		foreach ( json_decode( stream_get_contents( STDIN ), true ) as $wanted ) {
			$user = User::newFromName( $wanted['name'] );
			if ( !$user->isRegistered() ) {
				$user->addToDatabase();
			}
			$password = $wanted['password'];
			$fields = [ 'username' => $user->getName(), 'password' => $password, 'retype' => $password ];
			$status = $user->changeAuthenticationData( $fields );
			if ( !$status->isGood() ) {
				$this->fatalError( $wanted['name'] . ': ' . $status );
			}
			$user->setEmail( $wanted['email'] );
			$user->confirmEmail();
			$user->saveSettings();
			foreach ( $wanted['groups'] as $group ) {
				$groupManager->addUserToGroup( $user, $group );
			}
		}
	}
}

$maintClass = Accounts::class;
require_once RUN_MAINTENANCE_IF_MAIN;
