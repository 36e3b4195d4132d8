// Starts the practice platform alone: npm run practice-platform -- --port N --lines N --seed N
// The platform is TypeScript that Node 24 runs as it is; an older Node hands over to the one in node_modules.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const OLDEST_NODE = 24;

const USAGE = `npm run practice-platform -- [options]

  --port N            port of 127.0.0.1; any free one without it
  --login-port N      port of the providers' login site; any free one without it
  --lines N           order lines of a new world, 20 to 1000000 (300)
  --seed N            the same seed gives the same world (1)
  --secret S          calls must be signed with this secret
  --world FILE        keep the world in this file
  --control-token T   token of the control surface; a random one without it
  --language L        en, ru or zh for calls that name no language (en)
  --reveal-every N    every N seconds the waybill of one more parcel becomes known
  --activity-step N   milliseconds between two steps of a background activity (1000)
  --help`;

/** A bad argument: its message is for the person who typed it. */
class BadArgument extends Error {}

function wholeNumber(values, name, lowest, highest) {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < lowest || value > highest) {
    throw new BadArgument(`--${name} must be a whole number from ${lowest} to ${highest}, not "${text}"`);
  }
  return value;
}

function readArguments() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({
      options: {
        port: text,
        'login-port': text,
        lines: text,
        seed: text,
        secret: text,
        world: text,
        'control-token': text,
        language: text,
        'reveal-every': text,
        'activity-step': text,
        help: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new BadArgument(error.message);
  }
}

/** Leaves out what was not given: the platform has its own defaults. */
function given(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function readOptions(values) {
  if (values.language !== undefined && !['en', 'ru', 'zh'].includes(values.language)) {
    throw new BadArgument(`--language must be en, ru or zh, not "${values.language}"`);
  }
  return {
    ...given({
      port: wholeNumber(values, 'port', 0, 65_535),
      loginPort: wholeNumber(values, 'login-port', 0, 65_535),
      lines: wholeNumber(values, 'lines', 20, 1_000_000),
      seed: wholeNumber(values, 'seed', 0, 4_294_967_295),
      revealEverySeconds: wholeNumber(values, 'reveal-every', 1, 86_400),
      activityStepMs: wholeNumber(values, 'activity-step', 0, 86_400_000),
      secret: values.secret || undefined,
      worldFile: values.world || undefined,
      language: values.language,
    }),
    controlToken: values['control-token'] || randomBytes(12).toString('hex'),
  };
}

function describe(platform, controlToken, accounts, accountPassword) {
  const rows = [
    ['API address', platform.address],
    ['instance key', platform.instanceKey],
    ['secret', platform.secret ?? '(none)'],
    ['operator login', platform.operatorLogin],
    ['operator password', platform.operatorPassword],
    ['control surface', `${platform.origin}/practice/control/`],
    ['control token', controlToken],
    ['world', `${platform.world.lineCount} lines, ${platform.world.orderCount} orders, seed ${platform.world.origin.seed}`],
  ];
  const samples = ['single-line', 'several-lines', 'several-parcels', 'package-label', 'not-yet-known'].flatMap((kind) =>
    platform.control.parcels({ kind, limit: 3 }).map(({ label, carrier }) => [kind, `${label}  (${carrier})`]),
  );
  const logins = [
    ['login site', platform.loginOrigin],
    ...accounts.map(({ providerType, name }) => [providerType, `${name}  (password ${accountPassword})`]),
  ];
  const orders = platform.control.exportableOrders({ limit: 5 }).map(({ providerType, orderId, lines, sellers }) => [
    providerType,
    `${orderId}  (lines: ${lines.length}, sellers: ${sellers})`,
  ]);
  const lines = [
    ...rows,
    ['', ''],
    ['provider accounts', ''],
    ...logins,
    ['', ''],
    ['orders to export', ''],
    ...orders,
    ['', ''],
    ['labels to scan', ''],
    ...samples,
  ];
  return lines.map(([name, value]) => `${name.padEnd(18)} ${value}`.trimEnd()).join('\n');
}

async function run() {
  const values = readArguments();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const options = readOptions(values);
  const { PROVIDER_ACCOUNT_PASSWORD, PROVIDER_ACCOUNTS, startPracticePlatform } = await import('../main/practice/index.ts');
  const platform = await startPracticePlatform(options);
  console.log(describe(platform, options.controlToken, PROVIDER_ACCOUNTS, PROVIDER_ACCOUNT_PASSWORD));
  console.log('\nCtrl-C ends it.');
  const close = async () => {
    await platform.close();
    console.log('Closed.');
  };
  const closeOnce = () => (closeOnce.closing ??= close().catch(fail));
  process.on('SIGINT', closeOnce);
  process.on('SIGTERM', closeOnce);
}

function fail(error) {
  console.error(error instanceof BadArgument ? `${error.message}\n\n${USAGE}` : messageFor(error));
  process.exitCode = 1;
}

function messageFor(error) {
  if (error.code === 'EADDRINUSE') return 'This port is taken. Choose another one, or leave --port out.';
  if (error.code === 'EACCES') return 'This port or file may not be used. Choose another one.';
  return error.message;
}

/** Runs this script again with the Node of node_modules, and ends as that one ends. */
function handOver() {
  const newerNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (!existsSync(newerNode)) {
    fail(new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}. Run npm ci first: it brings one along.`));
    return;
  }
  const child = spawn(newerNode, process.argv.slice(1), { stdio: 'inherit' });
  // Ctrl-C reaches both; the platform closes itself, and this process waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) handOver();
else run().catch(fail);
