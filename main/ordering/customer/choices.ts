import { z } from 'zod';
import type { DeliveryChoice, OrderingChoices, ProfileChoice } from '../../../preload/contract/index.ts';
import type { CustomerProfile, DeliveryType, OtapiClient } from '../../otapi/index.ts';
import type { OrderingMemory } from '../memory.ts';

/** What an order can be bound to: delivery modes, and the profiles of the chosen customer. Kept, so that it is there offline. */
export interface Choices {
  view(): OrderingChoices;
  /** They were never read, or are in another language by now. */
  areOld(): boolean;
  /** Reads them from OT Platform; rejects with `OtapiError`. */
  refresh(customerId: string | null): Promise<void>;
  /** An order was sent with these. */
  remember(deliveryModeId: string, profileId: string | null): void;
  /** Profiles are those of a customer: with another they are not known. */
  forgetProfiles(): void;
}

const stored = z.object({
  deliveryModes: z.array(
    z.object({ id: z.string(), name: z.string(), description: z.string(), isFree: z.boolean(), providerTypes: z.array(z.string()) }),
  ),
  profiles: z.array(z.object({ id: z.string(), label: z.string() })),
  readAt: z.string().nullable(),
  /** In which the names are. */
  language: z.string().default(''),
});
const last = z.object({ deliveryModeId: z.string(), profileId: z.string() });
type Stored = z.infer<typeof stored>;
type Last = z.infer<typeof last>;

const nothing: Stored = { deliveryModes: [], profiles: [], readAt: null, language: '' };

export interface ChoicesParts {
  client: Pick<OtapiClient, 'lists' | 'customers'>;
  memory: OrderingMemory;
  language: () => string;
  now: () => number;
  signal: AbortSignal;
}

export function createChoices({ client, memory, language, now, signal }: ChoicesParts): Choices {
  const kept = (): Stored => memory.read('choices', (value): value is Stored => stored.safeParse(value).success) ?? nothing;

  return {
    view() {
      const used = memory.read('last', (value): value is Last => last.safeParse(value).success);
      const { deliveryModes, profiles, readAt } = kept();
      return { deliveryModes, profiles, readAt, lastDeliveryModeId: used?.deliveryModeId ?? '', lastProfileId: used?.profileId ?? '' };
    },
    areOld() {
      const { readAt, language: inLanguage } = kept();
      return readAt === null || inLanguage !== language();
    },
    async refresh(customerId) {
      const inLanguage = language();
      const [types, profiles] = await Promise.all([
        client.lists.deliveryTypes({ signal }),
        customerId === null ? [] : client.customers.profiles(customerId, { signal }),
      ]);
      const deliveryModes = types.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0)).map(deliveryChoice);
      const readAt = new Date(now()).toISOString();
      memory.write('choices', { deliveryModes, profiles: profiles.map(profileChoice), readAt, language: inLanguage } satisfies Stored);
    },
    remember(deliveryModeId, profileId) {
      memory.write('last', { deliveryModeId, profileId: profileId ?? '' } satisfies Last);
    },
    forgetProfiles() {
      memory.write('choices', { ...kept(), profiles: [] });
      const used = memory.read('last', (value): value is Last => last.safeParse(value).success);
      if (used !== null) memory.write('last', { ...used, profileId: '' });
    },
  };
}

function deliveryChoice({ id, name, description, formula, providerTypes }: DeliveryType): DeliveryChoice {
  return { id, name, description, isFree: isFreeFormula(formula), providerTypes };
}

/** A formula that is nothing but zero costs nothing; what other formulas come to is OT Platform's matter. */
function isFreeFormula(formula: string): boolean {
  return /^0+(?:[.,]0+)?$/.test(formula.trim());
}

function profileChoice(profile: CustomerProfile): ProfileChoice {
  const name = [profile.lastName, profile.firstName, profile.middleName].filter(Boolean).join(' ');
  const place = [profile.postalCode, profile.region, profile.city, profile.address].filter(Boolean).join(', ');
  return { id: profile.id, label: [name, place].filter(Boolean).join(' — ') };
}
