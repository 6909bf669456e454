// Loaded only by mistake: what points here should have come ready-made in Microsoft's assembly (sp-default-assembly).
'use strict';
throw new Error('A component that Microsoft does not publish was asked for, and neither its assembly nor the local pages provide it.');
