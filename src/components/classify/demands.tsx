// What a class will demand, before anybody submits it: how much of each, and the sentences for the own unit (H33, H34).
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Profile } from '../../domain/classification';
import { requirementActors, requirementsOf, voiceOf } from '../../domain/requirements';
import { requirementCatalogue } from '../../reference/requirement-catalogue';
import { useEnvironment, useText } from '../environment';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';

export interface DemandsProps {
  readonly asset: Asset;
  readonly profile: Profile;
}

export function Demands({ asset: { carriers }, profile }: DemandsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const put = requirementActors.map((actor) => ({
    actor,
    requirements: requirementsOf(requirementCatalogue, { profile, carriers }, actor)
  }));
  return (
    <>
      {put.map(({ actor, requirements }) => (
        <Folded key={actor} title={t(`tab.classify.demands.${actor}`, { count: requirements.length })}>
          <ul className={layout.list}>
            {requirements.map((requirement) => (
              <li key={requirement.code}>{voiceOf(requirement, actor)[language]}</li>
            ))}
          </ul>
        </Folded>
      ))}
    </>
  );
}
