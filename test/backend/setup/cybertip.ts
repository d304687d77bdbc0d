/** A stand-in for the CyberTipline's reporting API, which must never be reached by a test: it answers as documented. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

export interface CyberTip {
	readonly url: string;
	/** Verbs in the order in which they came, with what was sent. */
	readonly calls: { readonly verb: string; readonly authorization: string; readonly body: string }[];
	/** This verb is refused. */
	refuses: string;
	stop(): Promise<void>;
}

/** The children that a document may have, in the order that the schema asks for, as far as documentation and use tell. */
const children: Readonly<Record<string, readonly string[]>> = {
	submit: [
		'incidentSummary',
		'internetDetails',
		'lawEnforcement',
		'reporter',
		'personOrUserReported',
		'additionalInfo',
	],
	fileinfo: [
		'reportId',
		'fileId',
		'originalFileName',
		'uploadedToEspTimestamp',
		'locationOfFile',
		'fileViewedByEsp',
		'exifViewedByEsp',
		'publiclyAvailable',
		'fileRelevance',
		'fileAnnotations',
		'industryClassification',
		'originalFileHash',
		'ipCaptureEvent',
		'deviceId',
		'details',
		'additionalInfo',
	],
};

/** Whether all children of the document's root are known and in their order. */
function isValid(verb: string, body: string): boolean {
	const known = children[verb];
	if (!known) return true;
	const places: number[] = [];
	let depth = 0;
	for (const [, close, name = ''] of body.matchAll(/<(\/?)([A-Za-z]+)[^>]*>/g)) {
		if (close) depth--;
		else if (depth++ === 1) places.push(known.indexOf(name));
	}
	return places.length > 0 && places.every((place, at) => place > (places[at - 1] ?? -1));
}

const answers: Readonly<Record<string, (md5: string) => string>> = {
	submit: () => '<reportResponse><responseCode>0</responseCode><reportId>4711</reportId></reportResponse>',
	upload: (md5) =>
		`<reportResponse><responseCode>0</responseCode><reportId>4711</reportId><fileId>f1</fileId><hash>${md5}</hash></reportResponse>`,
	fileinfo: () => '<reportResponse><responseCode>0</responseCode><reportId>4711</reportId></reportResponse>',
	finish: () =>
		'<reportDoneResponse><responseCode>0</responseCode><reportId>4711</reportId><files><fileId>f1</fileId></files></reportDoneResponse>',
	retract: () => '<reportResponse><responseCode>0</responseCode><reportId>4711</reportId></reportResponse>',
};

export async function startCyberTip(): Promise<CyberTip> {
	const made: Omit<CyberTip, 'url' | 'stop'> = { calls: [], refuses: '' };
	const server = createServer((request, answer) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const [, verb = ''] = /^\/ispws\/(\w+)$/.exec(request.url ?? '') ?? [];
			const body = Buffer.concat(parts);
			made.calls.push({ verb, authorization: request.headers.authorization ?? '', body: body.toString('latin1') });
			const known = request.method === 'POST' ? answers[verb] : undefined;
			if (!known) return void answer.writeHead(404).end();
			const isRefused = verb === made.refuses || !isValid(verb, body.toString());
			answer.setHeader('content-type', 'text/xml;charset=UTF-8');
			answer.end(
				isRefused
					? '<reportResponse><responseCode>4100</responseCode><responseDescription>Validation failed</responseDescription></reportResponse>'
					: known(createHash('md5').update(body).digest('hex')),
			);
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/ispws`;
	return Object.assign(made, {
		url,
		stop() {
			server.closeAllConnections();
			return new Promise<void>((done) => server.close(() => done()));
		},
	});
}
