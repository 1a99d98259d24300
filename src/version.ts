/** The program's name and version, as records carry them. */
export const version = '0.1.0'
export const program = `concordat ${version}`
