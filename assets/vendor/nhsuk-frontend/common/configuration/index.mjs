export { extractConfigByNamespace } from './extract-config-by-namespace.mjs';
export { mergeConfigs } from './merge-configs.mjs';
export { normaliseDataset } from './normalise-dataset.mjs';
export { normaliseOptions } from './normalise-options.mjs';
export { normaliseArray, normaliseString } from './normalise-string.mjs';
export { validateConfig } from './validate-config.mjs';
