// What Maven calls: install, check, test and build, and nothing twice.
// node scripts/build.mjs <folder for the pages> <stamp file> [--unchecked=true]
// An unchecked build leaves types, lint and tests to the next one.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [out, stamp, ...options] = process.argv.slice(2);
const unchecked = options.some((option) => /^--unchecked=.*true/.test(option));
if (out === undefined || stamp === undefined) {
  console.error('usage: node scripts/build.mjs <folder for the pages> <stamp file>');
  process.exit(2);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer builds the UI, this is ${process.versions.node}`);
  process.exit(1);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(...command) {
  const { status, error } = spawnSync(npm, command, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, BOVENSTROOMS_UI_OUT: out } });
  if (error !== undefined) {
    console.error(`npm can't be started: ${error.message}`);
  }
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

const left = new Set(['node_modules', 'dist']);

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) {
      return [];
    }
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

function digest(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of paths.sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

const holds = (file, content) => existsSync(file) && readFileSync(file, 'utf8') === content;

const installed = join('node_modules', '.installed');
const lock = digest(['package.json', 'package-lock.json']);
if (!holds(installed, lock)) {
  run('ci', '--prefer-offline', '--no-audit', '--no-fund');
  writeFileSync(installed, lock);
}

/** The types are held against it by a test. */
const contract = join('..', '..', '..', '..', 'docs', 'openapi', 'analyst-queue.yaml');
const sources = digest([...files('.'), contract]);
const checked = `${stamp}.checked`;
mkdirSync(dirname(stamp), { recursive: true });
if (!unchecked && !holds(checked, sources)) {
  for (const step of ['types', 'lint', 'test']) {
    run('run', '--silent', step);
  }
  writeFileSync(checked, sources);
}
if (!holds(stamp, sources) || !existsSync(join(out, 'index.html'))) {
  run('run', '--silent', 'build');
  writeFileSync(stamp, sources);
}
