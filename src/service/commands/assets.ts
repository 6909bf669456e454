// The register of assets.
import { cancelAsset, CancelAssetInput } from '../../workflows/cancel-asset';
import { changeAsset, ChangeAssetInput } from '../../workflows/change-asset';
import { finishDecommission, FinishDecommissionInput } from '../../workflows/finish-decommission';
import { importAssets, ImportAssetsInput } from '../../workflows/import-assets';
import { registerAsset, RegisterAssetInput } from '../../workflows/register-asset';
import { startDecommission, StartDecommissionInput } from '../../workflows/start-decommission';
import { submitAsset, SubmitAssetInput } from '../../workflows/submit-asset';
import type { Lines } from './lines';

export function assetCommands({ line, ofAct }: Lines) {
  return {
    'register-asset': ofAct('register-asset', RegisterAssetInput, registerAsset),
    'import-assets': line({
      name: 'import-assets',
      input: ImportAssetsInput,
      carryOut: importAssets,
      acts: ['register-asset'],
      answerWithin: 60_000
    }),
    'change-asset': ofAct('change-asset', ChangeAssetInput, changeAsset),
    'submit-asset': ofAct('submit-asset', SubmitAssetInput, submitAsset),
    'start-decommission': ofAct('start-decommission', StartDecommissionInput, startDecommission),
    'finish-decommission': ofAct('finish-decommission', FinishDecommissionInput, finishDecommission),
    'cancel-asset': ofAct('cancel-asset', CancelAssetInput, cancelAsset)
  };
}
