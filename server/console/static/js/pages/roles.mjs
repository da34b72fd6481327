// Who may do what, where more than one page asks.

/** Tells whether somebody may open rooms for groups. @param {string[]} roles */
export const mayOpen = (roles) => ["facilitator", "counsellor", "administrator"].some((role) => roles.includes(role));
