/** Runs in the saved or served page: checks a receipt's Ed25519 signature with the keys in the second box. */
const find = (id) => document.getElementById(id);
const bytesOf = (text) =>
	Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));

/** Answers the id of the message to show. */
async function check(receipt, keys) {
	const listed = keys.find((one) => one.id === receipt.key);
	if (!listed) return 'unknown-key';
	let key;
	try {
		key = await crypto.subtle.importKey('raw', bytesOf(listed.key), 'Ed25519', false, ['verify']);
	} catch {
		return 'unsupported';
	}
	const text = `wikihaven-receipt-v1\n${receipt.id}\n${receipt.hash}\n${receipt.at}`;
	const isGood = await crypto.subtle.verify('Ed25519', key, bytesOf(receipt.signature), new TextEncoder().encode(text));
	return isGood ? 'good' : 'bad';
}

function show(id, receipt) {
	for (const message of document.querySelectorAll('[data-result]')) message.hidden = message.id !== id;
	if (id !== 'good') return;
	const time = find('time');
	time.dateTime = receipt.at;
	time.textContent = new Date(receipt.at).toLocaleString(document.documentElement.lang, {
		dateStyle: 'long',
		timeStyle: 'long',
	});
}

find('form').addEventListener('submit', async (event) => {
	event.preventDefault();
	let receipt;
	let result = 'unreadable';
	try {
		receipt = JSON.parse(find('receipt').value);
		result = await check(receipt, JSON.parse(find('keys').value));
	} catch {
		// What is not JSON, or not of a receipt's shape, is said to be unreadable.
	}
	show(result, receipt);
});
find('file').addEventListener('change', async () => {
	const [file] = find('file').files;
	if (file) find('receipt').value = await file.text();
});
