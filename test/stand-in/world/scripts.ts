import { randomUUID } from 'node:crypto';
import { makeStructuredClone } from '../clone/structured-clone.ts';
import { makeBridgeEnd } from './bridge-end.ts';
import { startIsolatedWorld, type ToPage } from './isolated-world.ts';
import { startMainWorld } from './main-world.ts';
import { makePermissionQuestions } from './permission-questions.ts';
import { makePreloadEnvironment, runPreload } from './preload-environment.ts';

/** Name of the world of preload scripts: Electron's own name for it. */
export const isolatedWorldName = 'Electron Isolated Context';
/** The way from that world to the main process; the world's first script takes it away. */
export const bindingName = 'standInPost';

/** One script for `Page.addScriptToEvaluateOnNewDocument`; without a world it runs in the page's own. */
export interface WorldScript {
  source: string;
  worldName?: string;
}

/** The two ends of the bridge, in the order in which they must run: before any script of the page. */
export function bridgeScripts(): WorldScript[] {
  const secret = JSON.stringify(randomUUID());
  const binding = JSON.stringify(bindingName);
  return [
    {
      worldName: isolatedWorldName,
      source: callOf(startIsolatedWorld, secret, binding, textOf(makeBridgeEnd), textOf(makeStructuredClone)),
    },
    { source: callOf(startMainWorld, secret, textOf(makeBridgeEnd), textOf(makePermissionQuestions)) },
  ];
}

/** The preload script, in the page's top frame only. */
export function preloadScript(source: string, file: string, processFacts: object): WorldScript {
  const wrapped = `(function (exports, require, module, process, global) { ${source}\n})`;
  const environment = callOf(makePreloadEnvironment, JSON.stringify(processFacts));
  return {
    worldName: isolatedWorldName,
    source: `if (window.top === window) ${callOf(runPreload, environment, wrapped)};\n//# sourceURL=${file}`,
  };
}

type PageFunction = (...args: never[]) => unknown;

/** A function as source text: it runs in a page, where nothing of this module exists. */
function textOf(pageFunction: PageFunction): string {
  return `(${pageFunction.toString()})`;
}

function callOf(pageFunction: PageFunction, ...args: string[]): string {
  return `${textOf(pageFunction)}(${args.join(', ')})`;
}

/** The expression that delivers a message when evaluated in the isolated world. */
export function deliveryExpression(message: ToPage): string {
  return `globalThis[Symbol.for('stand-in.receive')]?.(${JSON.stringify(message)})`;
}
