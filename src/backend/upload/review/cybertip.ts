/**
 * The CyberTipline's reporting API (NCMEC, "CyberTipline Reporting API Technical Documentation": submit, upload, fileinfo,
 * finish, retract; XML, HTTP Basic). Called from the route of a person's step, and from nowhere else.
 */
import { readFile } from 'node:fs/promises';
import type { Checking } from '../config.ts';

type Config = NonNullable<Checking['cyberTipline']>;

const addresses = { test: 'https://exttest.cybertip.org/ispws', production: 'https://report.cybertip.org/ispws' };
const timeout = 60_000;

export interface Tip {
	/** When the file was found, ISO 8601. */
	readonly at: string;
	/** Address of its page. */
	readonly page: string;
	readonly title: string;
	readonly user: string | null;
	readonly md5: string;
	readonly bytes: Uint8Array;
	/** Whether a person here has looked at the picture. */
	readonly viewed: boolean;
}

/** As the documentation's examples open a document. */
const schema =
	'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://report.cybertip.org/ispws/xsd"';
const escape = (text: string): string =>
	text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n\r]/gu, ' ');
const element = (name: string, ...inner: string[]): string => `<${name}>${inner.join('')}</${name}>`;
const leaf = (name: string, text: string): string => element(name, escape(text));

function document(name: string, ...inner: string[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?><${name} ${schema}>${inner.join('')}</${name}>`;
}

function reportXml({ reporter }: Config, tip: Tip): string {
	const person = element(
		'reportingPerson',
		leaf('firstName', reporter.firstName),
		leaf('lastName', reporter.lastName),
		leaf('email', reporter.email),
	);
	const reported = tip.user === null ? '' : element('personOrUserReported', leaf('screenName', tip.user));
	return document(
		'report',
		element(
			'incidentSummary',
			leaf('incidentType', 'Child Pornography (possession, manufacture, and distribution)'),
			leaf('incidentDateTime', tip.at),
		),
		element('internetDetails', element('webPageIncident', leaf('url', tip.page))),
		element('reporter', person),
		reported,
	);
}

function fileXml(number: string, file: string, tip: Tip): string {
	return document(
		'fileDetails',
		leaf('reportId', number),
		leaf('fileId', file),
		leaf('originalFileName', tip.title),
		leaf('fileViewedByEsp', String(tip.viewed)),
		leaf('publiclyAvailable', 'true'),
		`<originalFileHash hashType="MD5">${escape(tip.md5)}</originalFileHash>`,
	);
}

/** What was answered: code 0 is success. Throws on anything else. */
async function post(config: Config, verb: string, body: string | FormData): Promise<(tag: string) => string> {
	const password = (await readFile(config.login.passwordFile, 'utf8')).trim();
	const response = await fetch(`${config.url ?? addresses[config.mode]}/${verb}`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${config.login.user}:${password}`).toString('base64')}`,
			...(typeof body === 'string' ? { 'content-type': 'text/xml; charset=utf-8' } : {}),
		},
		body,
		redirect: 'error',
		signal: AbortSignal.timeout(timeout),
	});
	const text = await response.text();
	const said = (tag: string): string => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1]?.trim() ?? '';
	if (!response.ok || said('responseCode') !== '0') throw new Error('the CyberTipline refused');
	return said;
}

function form(number: string): FormData {
	const made = new FormData();
	made.set('id', number);
	return made;
}

/** Opens a report with its file; answers its number. It counts only when finished, and can be retracted until then. */
export async function sendTip(config: Config, tip: Tip): Promise<string> {
	const number = (await post(config, 'submit', reportXml(config, tip)))('reportId');
	try {
		const file = form(number);
		file.set('file', new Blob([new Uint8Array(tip.bytes)]), 'file');
		const fileId = (await post(config, 'upload', file))('fileId');
		await post(config, 'fileinfo', fileXml(number, fileId, tip));
		return number;
	} catch (error) {
		// Half a report helps nobody; where this fails as well, what is not finished lapses there by itself.
		await retractTip(config, number).catch(() => undefined);
		throw error;
	}
}

export async function finishTip(config: Config, number: string): Promise<void> {
	await post(config, 'finish', form(number));
}

export async function retractTip(config: Config, number: string): Promise<void> {
	await post(config, 'retract', form(number));
}
