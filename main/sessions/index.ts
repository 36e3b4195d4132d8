export { testConnection, type ConnectionTestInput } from './test-connection.ts';
export { connectionFault, type TestStep } from './connection-fault.ts';
