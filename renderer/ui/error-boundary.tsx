import { Component, createRef, type ReactNode } from 'react';
import { texts } from '../i18n/index.ts';
import classes from './error-boundary.module.css';

interface State {
  thrown: Error | null;
  copied: boolean;
}

/** A readable page instead of an empty window when a page of ours fails. It leans on nothing that may have failed. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { thrown: null, copied: false };
  private readonly details = createRef<HTMLPreElement>();

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { thrown, copied } = this.state;
    if (!thrown) return this.props.children;
    return (
      <main className={classes.page}>
        <h1>{texts.t('crash.title')}</h1>
        <p>{texts.t('crash.text')}</p>
        <div className={classes.actions}>
          <button type="button" className={classes.reload} onClick={() => location.reload()}>
            {texts.t('crash.reload')}
          </button>
          <button type="button" className={classes.copy} onClick={() => this.copy()}>
            {copied ? texts.t('crash.copied') : texts.t('crash.copy')}
          </button>
        </div>
        {/* Scrolls, so the keyboard must reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={classes.details} aria-label={texts.t('crash.details')} tabIndex={0}>
          <pre ref={this.details}>{thrown.stack ?? thrown.message}</pre>
        </section>
      </main>
    );
  }

  /** By selection: the asynchronous clipboard needs a permission, and the station grants none. */
  private copy(): void {
    if (!this.details.current) return;
    getSelection()?.selectAllChildren(this.details.current);
    this.setState({ copied: document.execCommand('copy') });
  }
}
