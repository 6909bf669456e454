// The legal tracks of an incident.
import type { z } from 'zod';
import type { LegalRules } from '../../domain/legal-rules';
import type { Track } from '../../domain/legal-track';
import type { TrackAct } from '../../domain/permissions';
import { legalRules } from '../../reference/legal-rules';
import { answerAssessment, AnswerAssessmentInput } from '../../workflows/answer-assessment';
import { rulesInRecord } from '../../workflows/change-legal-rules';
import { closeTrack, CloseTrackInput } from '../../workflows/close-track';
import type { Answer, Context, Request } from '../../workflows/context';
import { correctTrackKnowledge, CorrectTrackKnowledgeInput } from '../../workflows/correct-track-knowledge';
import { decideTrack, DecideTrackInput } from '../../workflows/decide-track';
import { fillSheet, FillSheetInput } from '../../workflows/fill-sheet';
import { giveOpinion, GiveOpinionInput } from '../../workflows/give-opinion';
import { informConcerned, InformConcernedInput } from '../../workflows/inform-concerned';
import { nameDecider, NameDeciderInput } from '../../workflows/name-decider';
import { openTrack, OpenTrackInput } from '../../workflows/open-track';
import { recordConsultation, RecordConsultationInput } from '../../workflows/record-consultation';
import { recordHandled, RecordHandledInput } from '../../workflows/record-handled';
import { recordReceipt, RecordReceiptInput } from '../../workflows/record-receipt';
import { recordSubmission, RecordSubmissionInput } from '../../workflows/record-submission';
import type { CommandLine } from '../command-line';
import type { Lines } from './lines';

export function trackCommands({ ofAct }: Lines) {
  /** They all read the same rules. */
  function onTracks<I, R extends string>(
    name: TrackAct | 'open-track',
    input: z.ZodType<I>,
    carryOut: (context: Context, rules: LegalRules, request: Request<I>) => Promise<Answer<Track, R>>
  ): CommandLine<Track, R> {
    return ofAct(name, input, async (context, request) => carryOut(context, await rulesInRecord(context, legalRules), request));
  }
  return {
    'open-track': onTracks('open-track', OpenTrackInput, openTrack),
    'name-decider': onTracks('name-decider', NameDeciderInput, nameDecider),
    'correct-track-knowledge': onTracks('correct-track-knowledge', CorrectTrackKnowledgeInput, correctTrackKnowledge),
    'answer-assessment': onTracks('answer-assessment', AnswerAssessmentInput, answerAssessment),
    'decide-track': onTracks('decide-track', DecideTrackInput, decideTrack),
    'give-opinion': onTracks('give-opinion', GiveOpinionInput, giveOpinion),
    'record-consultation': onTracks('record-consultation', RecordConsultationInput, recordConsultation),
    'fill-sheet': onTracks('fill-sheet', FillSheetInput, fillSheet),
    'record-submission': onTracks('record-submission', RecordSubmissionInput, recordSubmission),
    'record-receipt': onTracks('record-receipt', RecordReceiptInput, recordReceipt),
    'record-handled': onTracks('record-handled', RecordHandledInput, recordHandled),
    'inform-concerned': onTracks('inform-concerned', InformConcernedInput, informConcerned),
    'close-track': onTracks('close-track', CloseTrackInput, closeTrack)
  };
}
