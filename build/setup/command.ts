/** Runs another program to its end and gives back what it said, as a value in every case. */
import { spawn } from 'node:child_process';

export interface Ran {
	/** The exit code; 127 when the program is not there. */
	code: number;
	stdout: string;
	stderr: string;
}

export interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Text for its standard input, which is empty otherwise. */
	input?: string;
	/** Called with each line it prints, on either output. */
	onLine?: (line: string) => void;
}

/** Runs `program` with `args`; never throws: a missing program is exit code 127. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: 'pipe' });
		let stdout = '';
		let stderr = '';
		const lines = (text: string): void => {
			if (options.onLine) for (const line of text.split('\n')) if (line.trim()) options.onLine(line);
		};
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			lines(text);
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			stderr += text;
			lines(text);
		});
		child.on('error', (error) => resolve({ code: 127, stdout, stderr: `${stderr}${error.message}` }));
		child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
		child.stdin.on('error', () => {});
		child.stdin.end(options.input ?? '');
	});
}

/** Whether a program is on the PATH. */
export async function has(program: string): Promise<boolean> {
	return (await run('sh', ['-c', 'command -v "$1"', 'sh', program])).code === 0;
}
