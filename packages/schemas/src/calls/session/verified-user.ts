import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';
import { idString, integer, integerString } from '../../wire/integer.ts';
import { filledText, text } from '../../wire/text.ts';

const download = defineRecord(() => ({
  /** The system that the download is for. */
  operatingSystem: text,
  /** Where the download is. */
  url: text,
}));

const registry = defineRecord(() => ({
  /** Address of the service. */
  url: text,
  /** Key to the service. */
  token: text,
  /** Which address to try first. */
  priority: integer,
  /** How to share requests among addresses of one priority. */
  weight: integer,
}));

const gateway = defineRecord(() => ({
  /** Host name. */
  target: text,
  /** TCP port. */
  port: integer,
  /** How to share requests among hosts of one priority. */
  weight: integer,
  /** Which host to try first. */
  priority: integer,
}));

/** A user with a session. All of it is personal or secret: keep it out of logs. */
export const verifiedUser = defineRecord(() => ({
  /** The user who logged in. */
  userID: idString,
  /** The name that the user logs in with. */
  userName: text,
  /** The employee that the user is. */
  employeeID: integerString,
  /** The employee's name. */
  employeeName: text,
  /** The user group, which has the rights. */
  groupID: integerString,
  /** The user group's name. */
  groupName: text,
  /** Address that the login came from; old servers leave it out. */
  ipAddress: text.optional(),
  /** Goes with every other call. Opaque: its length and alphabet have changed. */
  sessionKey: filledText,
  /** Seconds that the session is good for, counted from its start. */
  sessionLength: integer,
  /** Only newer servers send it. */
  isPasswordExpired: trueOrFalse.optional(),
  /** 1 to ask the user for a better user name; only newer servers send it. */
  remindUserToUpdateUsername: integer.optional(),
  /** The back office, for a browser. Not an address for calls. */
  loginUrl: text.optional(),
  /** Only for registers. */
  berlinPOSVersion: text.optional(),
  /** Only for registers. */
  berlinPOSAssetsURL: text.optional(),
  /** Only for registers. */
  epsiURL: text.optional(),
  /** Only for registers, from newer servers. */
  epsiDownloadURLs: z.array(download()).optional(),
  /** A token that says who the user is; absent with `doNotGenerateIdentityToken`. */
  identityToken: text.optional(),
  /** A token for the REST services; this API does not take it. */
  token: text.optional(),
  /** Customer registry of the account; empty or absent where there is none. */
  customerRegistryURLs: z.array(registry()).optional(),
  /** Coupon registry of the account; empty or absent where there is none. */
  couponRegistryURLs: z.array(registry()).optional(),
  /** Transaction registry of the account; empty or absent where there is none. */
  transactionRegistryURLs: z.array(registry()).optional(),
  /** Managers of customer displays; empty or absent where there are none. */
  displayAdManagerURLs: z.array(registry()).optional(),
  /** Only for registers. */
  cayanGatewayURLs: z.array(gateway()).optional(),
  /** Only for registers. */
  avalaraGatewayURLs: z.array(gateway()).optional(),
  /** Only for registers. */
  pusherAuthenticationURLs: z.array(gateway()).optional(),
  /** Only for registers. */
  strikeIronGatewayURLs: z.array(gateway()).optional(),
}));
