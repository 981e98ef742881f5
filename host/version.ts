/** Which version of the program this is; a test holds it to package.json, which a bundle cannot reach. */
export const version = '0.1.0'
