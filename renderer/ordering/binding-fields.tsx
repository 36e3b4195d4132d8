import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryChoice, OrderingChoices } from '../../preload/contract/ordering.ts';
import { useRefreshChoices } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './binding-fields.module.css';

/** What an order is bound to. */
export interface OrderBinding {
  deliveryModeId: string;
  profileId: string;
}

interface BindingFieldsProps {
  choices: OrderingChoices | undefined;
  binding: OrderBinding;
  onChange: (binding: OrderBinding) => void;
  /** What is wrong with each, in words. */
  faults?: { deliveryModeId?: string | undefined; profileId?: string | undefined };
  /** Says what an empty choice of the delivery means here. */
  emptyDelivery: string;
}

/** Delivery mode and profile: chosen from what OT Platform has, or typed as ids while it has not told them. */
export function BindingFields({ choices, binding, onChange, faults = {}, emptyDelivery }: BindingFieldsProps) {
  const { t } = useTranslation();
  const refresh = useRefreshChoices();
  const { deliveryModeId, profileId } = binding;
  const modes = choices?.deliveryModes ?? [];
  const profiles = choices?.profiles ?? [];
  const mode = modes.find(({ id }) => id === deliveryModeId);
  return (
    <>
      <div className={classes.field}>
        {modes.length === 0 ? (
          <TextInput
            id="field-deliveryModeId"
            label={t('ordering.field.deliveryModeId')}
            description={t('ordering.binding.idHint')}
            value={deliveryModeId}
            error={faults.deliveryModeId}
            onChange={(event) => onChange({ ...binding, deliveryModeId: event.currentTarget.value })}
          />
        ) : (
          <NativeSelect
            id="field-deliveryModeId"
            label={t('ordering.field.deliveryModeId')}
            value={deliveryModeId}
            data={withUnknown(
              [{ value: '', label: emptyDelivery }, ...modes.map((one) => ({ value: one.id, label: modeLabel(one, t('ordering.binding.free')) }))],
              deliveryModeId,
            )}
            error={faults.deliveryModeId}
            onChange={(event) => onChange({ ...binding, deliveryModeId: event.currentTarget.value })}
          />
        )}
        {mode && <p className={classes.hint}>{mode.isFree ? t('ordering.binding.freeText') : mode.description}</p>}
        <div className={classes.hint}>
          {choices?.readAt === null && <span>{t('ordering.binding.never')} </span>}
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconRefresh size="0.875rem" />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate()}
          >
            {t('ordering.binding.refresh')}
          </Button>
        </div>
        {refresh.error && <ErrorNote error={toStationError(refresh.error)} />}
      </div>
      <div className={classes.field}>
        {profiles.length === 0 ? (
          <TextInput
            id="field-profileId"
            label={t('ordering.field.profileId')}
            description={t('ordering.binding.profileIdHint')}
            inputMode="numeric"
            value={profileId}
            error={faults.profileId}
            onChange={(event) => onChange({ ...binding, profileId: event.currentTarget.value })}
          />
        ) : (
          <NativeSelect
            id="field-profileId"
            label={t('ordering.field.profileId')}
            value={profileId}
            data={withUnknown(
              [{ value: '', label: t('ordering.binding.noProfile') }, ...profiles.map(({ id, label }) => ({ value: id, label: label || id }))],
              profileId,
            )}
            error={faults.profileId}
            onChange={(event) => onChange({ ...binding, profileId: event.currentTarget.value })}
          />
        )}
        <p className={classes.hint}>{t('ordering.binding.profileText')}</p>
      </div>
    </>
  );
}

function modeLabel({ name, id, isFree }: DeliveryChoice, free: string): string {
  return isFree ? `${name || id} · ${free}` : name || id;
}

/** A value that is not among the choices stays what it is, and is seen. */
function withUnknown(data: { value: string; label: string }[], value: string): { value: string; label: string }[] {
  return data.some((one) => one.value === value) ? data : [...data, { value, label: value }];
}

/** What an order is bound to unless a person says otherwise: what was sent with last, else the free delivery. */
export function usualBinding(choices: OrderingChoices | undefined): OrderBinding {
  const free = choices?.deliveryModes.find(({ isFree }) => isFree)?.id ?? '';
  return { deliveryModeId: choices?.lastDeliveryModeId || free, profileId: choices?.lastProfileId ?? '' };
}
