/** Fields of a verified user that the fake does not send yet: tokens, and what only tills get. */
export const unservedUserFields = [
  'remindUserToUpdateUsername',
  'berlinPOSVersion',
  'berlinPOSAssetsURL',
  'epsiURL',
  'epsiDownloadURLs',
  'identityToken',
  'token',
  'customerRegistryURLs',
  'couponRegistryURLs',
  'transactionRegistryURLs',
  'displayAdManagerURLs',
  'cayanGatewayURLs',
  'avalaraGatewayURLs',
  'pusherAuthenticationURLs',
  'strikeIronGatewayURLs',
] as const;
