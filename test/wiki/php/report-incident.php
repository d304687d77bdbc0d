<?php
/**
 * A stand-in for Extension:ReportIncident, which Debian does not package: its name among the extensions, and its REST
 * interface as documented (POST /reportincident/v0/report, a named user with a confirmed address, 204). What comes is
 * written to a file, where the real one calls for help.
 */

use MediaWiki\Rest\LocalizedHttpException;
use MediaWiki\Rest\SimpleHandler;
use MediaWiki\Rest\TokenAwareHandlerTrait;
use MediaWiki\Rest\Validator\Validator;
use Wikimedia\Message\MessageValue;
use Wikimedia\ParamValidator\ParamValidator;

$wgExtensionCredits['other'][] = [ 'name' => 'ReportIncident', 'path' => __FILE__ ];
$wgRestAPIAdditionalRouteFiles[] = __DIR__ . '/report-incident.json';

class ReportIncidentStandIn extends SimpleHandler {
	use TokenAwareHandlerTrait;

	public function validate( Validator $validator ) {
		parent::validate( $validator );
		$this->validateToken();
	}

	public function run() {
		$user = $this->getSession()->getUser();
		if ( !$user->isNamed() || !$user->isEmailConfirmed() ) {
			throw new LocalizedHttpException( new MessageValue( 'rest-permission-error', [ 'reportincident' ] ), 403 );
		}
		$body = $this->getValidatedBody();
		unset( $body['token'] );
		$line = json_encode( [ 'by' => $user->getName() ] + array_filter( $body, static fn ( $one ) => $one !== null ) );
		file_put_contents( getenv( 'WIKI_FOLDER' ) . '/incidents', "$line\n", FILE_APPEND );
		return $this->getResponseFactory()->createNoContent();
	}

	public function getBodyParamSettings(): array {
		$text = [ self::PARAM_SOURCE => 'body', ParamValidator::PARAM_TYPE => 'string', ParamValidator::PARAM_REQUIRED => false ];
		$needed = [ ParamValidator::PARAM_REQUIRED => true ] + $text;
		return [
			'page' => $text,
			'reportedUser' => $text,
			'revisionId' => [ ParamValidator::PARAM_TYPE => 'integer' ] + $needed,
			'incidentType' => $needed,
			'physicalHarmType' => $text,
			'details' => $text,
			'threadId' => $text,
		] + $this->getTokenParamDefinition();
	}
}
