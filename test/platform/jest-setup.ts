// The template validator costs seconds in every file that synthesizes; `npm run synth` runs it once for all.
process.env.CDK_VALIDATION = 'false';
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
