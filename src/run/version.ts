import manifest from '../../package.json' with {type: 'json'};

/** The version of the program, which every record carries. */
export const version: string = manifest.version;
