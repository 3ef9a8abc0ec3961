// Runs on any Node from 20 on, before anything is installed.
import { spawn } from 'node:child_process';

/** Something that went wrong outside our code and is told to the person without a stack. */
export class Failed extends Error {}

/**
 * Runs a program and keeps its output to itself, unless it fails: then the refusal carries all of it.
 * @param {string} what how to name it in the refusal
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} what it wrote
 */
export async function runQuietly(what, program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const stop = () => child.kill();
  process.on('exit', stop);
  try {
    await new Promise((resolve, reject) => {
      child.on('error', (error) => reject(new Failed(`${what} failed: ${error.message}`)));
      child.on('close', (code, signal) => {
        if (code === 0) resolve(undefined);
        else reject(new Failed(`${output.trim()}\n\n${what} failed (${signal ?? `exit code ${code}`}).`));
      });
    });
  } finally {
    process.off('exit', stop);
  }
  return output;
}
