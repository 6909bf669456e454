// The legal tracks of an incident in a document: how each stands, what the answers suggest and by which rule, and what has been decided, said and sent in.
import type { RegimeRules } from '../domain/legal-rules';
import { rulesOf, knownAt, type Track } from '../domain/legal-track';
import { formatDay } from '../i18n/moment';
import { legalRules } from '../reference/legal-rules';
import { moment, swedish, type Case, type Say } from './case';
import { facts, heading, paragraph, table, type Block } from './paper';

export function tracksOf({ tracks, rules }: Case, say: Say): readonly Block[] {
  const title = heading(swedish('tab.tracks'));
  if (tracks === 'no-right')
    return [title, paragraph('Den som tog fram handlingen får inte läsa rapporteringsspår. Om det finns några framgår inte här.')];
  if (tracks === 'kept-apart')
    return [
      title,
      paragraph('Rapporteringsspår står inte här, eftersom fler får läsa handlingen än spåren. Om det finns några framgår inte här.')
    ];
  const unread = tracks.broken === 0 ? [] : [paragraph(`Gick inte att läsa och saknas här: ${tracks.broken}.`)];
  if (tracks.tracks.length === 0)
    return [title, ...unread, paragraph('Här finns inget rapporteringsspår att läsa för den som tog fram handlingen.')];
  return [
    title,
    paragraph(swedish('tab.tracks.support')),
    ...unread,
    ...tracks.tracks.flatMap(({ state }) => trackOf(state, rules[state.regime], say))
  ];
}

function trackOf(track: Track, rules: RegimeRules, say: Say): readonly Block[] {
  const { reference, regime, controllerName, counterpart, state, decider, next } = track;
  return [
    heading(swedish('tab.track.title', { reference, regime: swedish(`track.regime.${regime}`), who: controllerName }), 2),
    facts(
      [swedish('tab.track.state'), swedish(`track.state.${state}`)],
      ...(counterpart === undefined ? [] : [[swedish('tab.track.counterpart'), say('tracks', counterpart)] as const]),
      [swedish('tab.track.decider'), say('people', decider.name)],
      [swedish('tab.track.known'), moment(knownAt(track))],
      [swedish('tab.track.next'), next ? `${swedish(`track.stage.${next.stage}`)}, ${moment(next.due)}` : swedish('tab.track.next.none')]
    ),
    ...suggested(track, rules),
    ...table(['När', 'Vem', 'Vad', 'Vad som skrevs'], recordOf(track, say)),
    ...written(track, say)
  ];
}

/** The rule that led to it with its source, and the facts that are missing, each named. */
function suggested({ assessment }: Track, { exemptions, duties, otherwise, questions }: RegimeRules): readonly Block[] {
  if (assessment === undefined) return [paragraph(swedish('tab.track.not-assessed'))];
  const known = [...exemptions, ...duties, otherwise];
  const because = assessment.because.map(({ id, source, validFrom }) => {
    const words = known.find((rule) => rule.id === id && rule.validFrom === validFrom)?.words.sv ?? '';
    return `${words} ${swedish('tab.track.source', { source, day: formatDay('sv', validFrom) })}`.trim();
  });
  const missing = questions.filter(({ id }) => assessment.missing.includes(id)).map(({ words }) => words.sv);
  const suggests = assessment.suggests === undefined ? 'open' : assessment.suggests ? 'yes' : 'no';
  return [
    paragraph(swedish(`tab.track.suggests.${suggests}`)),
    ...because.map(paragraph),
    ...(missing.length === 0 ? [] : [paragraph([swedish('tab.track.missing'), ...missing].join('\n'))])
  ];
}

/** In the order it happened. */
function recordOf(track: Track, say: Say): readonly (readonly string[])[] {
  return [...knowledgeIn(track), ...decisionsIn(track), ...adviceIn(track), ...submissionsIn(track), ...informingIn(track)]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ at, by, what, said }) => [moment(at), say('people', by.name), what, said.map((one) => say('tracks', one)).join('\n')]);
}

interface Line {
  readonly at: string;
  readonly by: Track['decider'];
  readonly what: string;
  readonly said: readonly string[];
}

/** The first is the incident's own; the others are corrections. */
function knowledgeIn({ knowledge }: Track): readonly Line[] {
  return knowledge.slice(1).map(({ at, by, recordedAt, reason = '' }) => ({
    at: recordedAt,
    by,
    what: `${swedish('tab.track.known')}: ${moment(at)}`,
    said: [reason]
  }));
}

function decisionsIn({ decisions }: Track): readonly Line[] {
  return decisions.map(({ at, by, report, reason }) => ({
    at,
    by,
    what: swedish(report ? 'tab.track.decided.yes' : 'tab.track.decided.no'),
    said: [reason]
  }));
}

function adviceIn({ opinions, consultations }: Track): readonly Line[] {
  return [
    ...opinions.map(({ at, by, text }) => ({ at, by, what: swedish('tab.track.opinion'), said: [text] })),
    ...consultations.map(({ at, by, with: who, outcome }) => ({ at, by, what: swedish('tab.track.consultations'), said: [who, outcome] }))
  ];
}

function submissionsIn({ submissions }: Track): readonly Line[] {
  return submissions.map(({ stage, at, by, externalReference, withoutReference, lateMotivation, receipt }) => ({
    at,
    by,
    what: swedish(`track.stage.${stage}`),
    said: [externalReference, withoutReference, lateMotivation, receipt].filter((one) => one !== undefined)
  }));
}

function informingIn({ informing }: Track): readonly Line[] {
  return informing.map(({ at, by, inform, reason, channel, when, textSv, textFi }) => ({
    at,
    by,
    what: `${swedish(inform ? 'tab.track.informing.yes' : 'tab.track.informing.no')}${when === undefined ? '' : `: ${moment(when)}`}`,
    said: [reason, channel, textSv, textFi].filter((one) => one !== '')
  }));
}

/** What somebody wrote for the reports, field by field. */
function written(track: Track, say: Say): readonly Block[] {
  const { stages } = rulesOf(track, legalRules[track.regime]);
  const names = new Map(stages.flatMap(({ sheet }) => sheet.map(({ id, sv }) => [id, sv] as const)));
  const rows = Object.entries(track.sheet).map(([id, value]) => [names.get(id) ?? id, say('tracks', value)]);
  return table([swedish('tab.track.sheet'), 'Vad som skrevs'], rows);
}
