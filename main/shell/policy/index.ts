export { lockSettings } from './lock-settings.ts';
export { policyFileOf } from './policy-file.ts';
export { readPolicy, type Policy } from './policy.ts';
export { tellOfPolicy } from './tell-of-policy.ts';
