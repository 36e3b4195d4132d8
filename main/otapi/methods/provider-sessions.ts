import type { OtapiClient } from '../client.ts';
import { field, type Field } from '../decode/decoder.ts';
import { providerSession } from '../decode/lists.ts';
import { contentOf } from '../decode/page.ts';
import { text } from '../decode/values.ts';
import type { Caller } from '../exchange.ts';
import { learnSessionId, type Redaction } from '../redaction.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';
import { reading } from './calls.ts';

/** Section 3.1. What these answer is secret, so it is taken out of every later text of the client. */
export function providerSessionMethods(call: Caller, redaction: Redaction): OtapiClient['providerSessions'] {
  return {
    async list(providerType, options) {
      const method = 'GetProviderOrdersIntegrationSessionInfoList';
      const sessions = await call(reading(method, { providerType }, contentOf(providerSession)), options);
      for (const { id } of sessions) learnSessionId(redaction, id);
      return sessions;
    },

    /** Counts as reading: an address that nobody opens does no harm. */
    async loginAddress(providerType, returnUrl, options) {
      redaction.learn(returnUrl);
      const method = 'GetProviderOrdersIntegrationSessionAuthenticationInfo';
      const address = await call(reading(method, { providerType, returnUrl }, redirectUrl), options);
      redaction.learn(address);
      return address;
    },
  };
}

const redirectUrl: Field<string> = (result, report) => {
  const address = field('RedirectUrl', text)(result, report).trim();
  if (address === '') throw new UnreadableAnswer('incomplete', 'the answer has no RedirectUrl');
  return address;
};
