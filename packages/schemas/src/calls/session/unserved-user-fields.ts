/** Fields of a verified user that Erply sends to its own registers only, so the fake never does. */
export const unservedUserFields = [
  'cayanGatewayURLs',
  'avalaraGatewayURLs',
  'pusherAuthenticationURLs',
  'strikeIronGatewayURLs',
] as const;
