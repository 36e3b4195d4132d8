import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWord, type WordFault, type WordListRules } from './word-list.ts';
import classes from './word-list.module.css';

interface WordListProps {
  label: string;
  words: readonly string[];
  rules: WordListRules;
  fieldLabel: string;
  placeholder: string;
  invalidText: string;
  /** The list may not become empty. */
  keepsOne?: boolean;
  onKeep: (words: string[]) => void;
}

/** A list of words in the settings: each can be taken off, new ones are checked before they come in. */
export function WordList(props: WordListProps) {
  const { t } = useTranslation();
  const { label, words, rules, fieldLabel, placeholder, invalidText, keepsOne = false, onKeep } = props;
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<WordFault | null>(null);

  function add(): void {
    if (typed.trim() === '') return;
    const answer = withWord(words, typed, rules);
    if ('fault' in answer) {
      setFault(answer.fault);
      return;
    }
    setTyped('');
    onKeep(answer.words);
  }

  return (
    <div className={classes.list}>
      {words.length === 0 ? (
        <p className={classes.empty}>{t('settings.list.empty')}</p>
      ) : (
        <ul className={classes.items} aria-label={label}>
          {words.map((word) => (
            <li key={word} className={classes.item} translate="no">
              <span>{word}</span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('settings.list.remove', { item: word })}
                title={keepsOne && words.length === 1 ? t('settings.list.last') : undefined}
                disabled={keepsOne && words.length === 1}
                onClick={() => onKeep(words.filter((other) => other !== word))}
              >
                <IconX size="0.875rem" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.add}>
        <TextInput
          className={classes.field ?? ''}
          aria-label={fieldLabel}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          value={typed}
          error={fault === null ? undefined : fault === 'invalid' ? invalidText : t(`settings.list.${fault}`)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFault(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
            if (event.key === 'Escape') setTyped('');
          }}
        />
        <Button variant="default" disabled={typed.trim() === ''} onClick={add}>
          {t('settings.list.add')}
        </Button>
      </div>
    </div>
  );
}
