/** What is done with data of a person, as the processing log says it. */
export const customerDataActivities = ['create', 'read', 'update', 'delete'] as const;

/** Sorts of personal data that the processing log knows. */
export const customerDataFields = [
  'name',
  'phone',
  'mobilePhone',
  'fax',
  'email',
  'address',
  'nationalIdentificationNumber',
  'dateOfBirth',
  'gender',
  'bankAccount',
  'employer',
  'skype',
  'payer',
  'website',
  'licencePlate',
  'VIN',
  'all',
] as const;
