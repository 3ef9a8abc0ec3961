#!/usr/bin/env node
// What `npx muster` starts, on any Node from 20 on: installs when needed, then runs the command on Node 26.
const [command = 'serve'] = process.argv.slice(2);
const serves = command.startsWith('-') || command === 'serve' || command === 'demo';
const asksOnly = process.argv.some((word) => word === '--help' || word === '-h' || word === '--version');
process.argv.splice(2, 0, ...(serves && !asksOnly ? ['--web'] : []), 'server/main.ts');
await import('./run.mjs');
