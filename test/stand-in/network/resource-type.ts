import type { Protocol } from '../cdp/connection.ts';

/** Electron's `resourceType` of webRequest details. */
export type ResourceType =
  | 'mainFrame' | 'subFrame' | 'stylesheet' | 'script' | 'image' | 'font' | 'object' | 'xhr' | 'ping' | 'cspReport'
  | 'media' | 'webSocket' | 'other';

/** Chromium's name for what a request is for, in Electron's words. */
export function resourceTypeOf(type: Protocol.Network.ResourceType, isMainFrame: boolean): ResourceType {
  switch (type) {
    case 'Document':
      return isMainFrame ? 'mainFrame' : 'subFrame';
    case 'Stylesheet':
      return 'stylesheet';
    case 'Script':
      return 'script';
    case 'Image':
      return 'image';
    case 'Font':
      return 'font';
    case 'Media':
    case 'TextTrack':
      return 'media';
    case 'XHR':
    case 'Fetch':
    case 'EventSource':
      return 'xhr';
    case 'Ping':
      return 'ping';
    case 'CSPViolationReport':
      return 'cspReport';
    case 'WebSocket':
      return 'webSocket';
    default:
      return 'other';
  }
}
