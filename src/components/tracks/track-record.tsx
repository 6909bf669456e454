// What has been done in a legal track, kept as it was: decisions, opinions, consultations, reports sent in, and informing those concerned.
import * as React from 'react';
import type { Submission, Track } from '../../domain/legal-track';
import type { Person } from '../../domain/person';
import '../../i18n/every-language';
import { formatMoment } from '../../i18n/moment';
import { text, type TextKey } from '../../i18n/text';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

interface Line {
  readonly what: string;
  readonly by: Person;
  readonly at: string;
  /** Paragraphs as they were written. */
  readonly said: readonly string[];
}

export function TrackRecord({ track }: { readonly track: Track }): React.ReactElement {
  const t = useText();
  const { opinions, consultations } = track;
  return (
    <>
      <Lines title="tab.track.decisions" lines={useDecisions(track)} />
      <Lines
        title="tab.track.opinions"
        lines={opinions.map(({ by, at, text }) => ({ what: t('tab.track.opinion'), by, at, said: [text] }))}
      />
      <Lines
        title="tab.track.consultations"
        lines={consultations.map(({ by, at, with: who, outcome }) => ({
          what: t('tab.track.consulted', { who }),
          by,
          at,
          said: [outcome]
        }))}
      />
      <Lines title="tab.track.submissions" lines={useSubmissions(track)} />
      <Lines title="tab.track.informing" lines={useInforming(track)} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: TextKey; readonly lines: readonly Line[] }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (lines.length === 0) return null;
  return (
    <div>
      <span className={layout.quiet}>{t(title)}</span>
      <ul className={layout.list} aria-label={t(title)}>
        {lines.map(({ what, by, at, said }, index) => (
          <li key={`${at} ${index}`}>
            <strong>{what}</strong> <span className={layout.quiet}>{`${by.name}, ${formatMoment(language, at)}`}</span>
            {said.map((paragraph) => (
              <p key={paragraph} className={layout.written}>
                {paragraph}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useDecisions({ decisions }: Track): readonly Line[] {
  const t = useText();
  return decisions.map(({ by, at, report, reason }) => ({
    what: t(report ? 'tab.track.decided.yes' : 'tab.track.decided.no'),
    by,
    at,
    said: [reason]
  }));
}

function useSubmissions({ submissions }: Track): readonly Line[] {
  const t = useText();
  const saidOf = ({ externalReference: number, withoutReference, lateMotivation, receipt }: Submission): string[] => [
    ...(number === undefined ? [] : [t('tab.track.number', { number })]),
    ...(number !== undefined || withoutReference === undefined ? [] : [t('tab.track.no-number', { reason: withoutReference })]),
    ...(lateMotivation === undefined ? [] : [t('tab.track.late-because', { reason: lateMotivation })]),
    ...(receipt === undefined ? [] : [t('tab.track.receipt-kept', { receipt })])
  ];
  return submissions.map((sent) => ({ what: t(`track.stage.${sent.stage}`), by: sent.by, at: sent.at, said: saidOf(sent) }));
}

/** What is to reach those concerned, in the language of each text, can be taken for real as little as a report can. */
function toConcerned({ exercise }: Track, written: Readonly<Record<'sv' | 'fi', string>>): readonly string[] {
  const texts = (['sv', 'fi'] as const).filter((language) => written[language] !== '');
  return texts.map((language) => (exercise === true ? text(language, 'exercise.marked', { what: written[language] }) : written[language]));
}

function useInforming(track: Track): readonly Line[] {
  const t = useText();
  const { language } = useEnvironment();
  return track.informing.map(({ by, at, inform, reason, textSv, textFi, channel, when }) => ({
    what: t(inform ? 'tab.track.informing.yes' : 'tab.track.informing.no'),
    by,
    at,
    said: [
      reason,
      ...(when === undefined ? [] : [t('tab.track.informing.how', { channel, at: formatMoment(language, when) })]),
      ...toConcerned(track, { sv: textSv, fi: textFi })
    ]
  }));
}
