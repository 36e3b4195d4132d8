import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView } from '../../preload/contract/connection.ts';
import { usePolicy } from '../bridge/administration.ts';
import { useConnection } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { NoKeychain } from '../connect/connection-result.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './connection-section.module.css';
import { FactList, type Fact } from './fact-list.tsx';
import { Section } from './section.tsx';

type Question = 'disconnect' | 'practise';

/** What the station is connected to, where its secrets are, and the ways out. */
export function ConnectionSection() {
  const { t } = useTranslation();
  const connection = useConnection().data;
  const practiceAllowed = usePolicy().data?.practiceAllowed ?? false;
  const [question, setQuestion] = useState<Question | null>(null);
  if (!connection) return null;
  return (
    <Section title={t('settings.connection.title')} text={t('settings.connection.text')}>
      {connection.secretsKeptIn === 'memory' && <NoKeychain problem={connection.keychainProblem} />}
      <ConnectionFacts connection={connection} />
      <div className={classes.actions}>
        <Button variant="default" onClick={() => setQuestion('disconnect')}>
          {connection.mode === 'practice' ? t('settings.connection.leavePractice') : t('settings.connection.disconnect')}
        </Button>
        {connection.mode === 'instance' && practiceAllowed && (
          <Button variant="default" onClick={() => setQuestion('practise')}>
            {t('settings.connection.toPractice')}
          </Button>
        )}
      </div>
      {question && (
        <LeaveQuestion question={question} connection={connection} onClose={() => setQuestion(null)} />
      )}
    </Section>
  );
}

function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation();
  const kept = (there: boolean) => (there ? t('settings.connection.kept') : t('settings.connection.notSet'));
  const mode: Fact = { name: t('settings.connection.mode'), value: t(`settings.connection.modes.${connection.mode}`) };
  const details: Fact[] = [
    { name: t('settings.connection.address'), value: connection.apiAddress },
    { name: t('settings.connection.login'), value: connection.operatorName || connection.operatorLogin },
    { name: t('settings.connection.key'), value: kept(connection.hasInstanceKey) },
    { name: t('settings.connection.secret'), value: kept(connection.hasSecret) },
    { name: t('settings.connection.password'), value: kept(connection.hasPassword) },
    {
      name: t('settings.connection.secretsIn'),
      value: t(`settings.connection.places.${connection.secretsKeptIn}`),
    },
  ];
  return <FactList facts={connection.mode === 'instance' ? [mode, ...details] : [mode]} />;
}

interface LeaveQuestionProps {
  question: Question;
  connection: ConnectionView;
  onClose: () => void;
}

function LeaveQuestion({ question, connection, onClose }: LeaveQuestionProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [forgetSecrets, setForgetSecrets] = useState(false);
  const leave = useMutation({
    mutationFn: () =>
      question === 'practise'
        ? unwrap(station().connection.practise({}))
        : unwrap(station().connection.disconnect({ forgetSecrets })),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <fieldset className={classes.question} aria-label={t('settings.connection.title')}>
      <p>
        {question === 'practise' ? t('settings.connection.confirmPractice') : t('settings.connection.confirmDisconnect')}
      </p>
      {question === 'disconnect' && connection.mode === 'instance' && (
        <Checkbox
          label={t('settings.connection.forget')}
          checked={forgetSecrets}
          onChange={(event) => setForgetSecrets(event.currentTarget.checked)}
        />
      )}
      <div className={classes.actions}>
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('common.yes')}
        </Button>
        <Button variant="default" disabled={leave.isPending} onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
      {leave.error && <ErrorNote error={toStationError(leave.error)} />}
    </fieldset>
  );
}
