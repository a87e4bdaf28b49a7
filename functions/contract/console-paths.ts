/** Where the issuer sends people back to after they have signed in; nowhere else. */
export const SIGNED_IN_PATH = '/signed-in';

/** Where it sends them after they have signed out. */
export const SIGNED_OUT_PATH = '/';
