/** How a message came. A block that someone carries may be days old; one that comes by the web is minutes old. */
export type Way = 'web' | 'block'
