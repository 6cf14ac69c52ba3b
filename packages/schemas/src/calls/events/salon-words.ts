/** Types of the events of a salon: appointments, and what keeps an employee busy or at work. */
export const salonTypes = ['APPOINTMENT', 'SCHEDULE', 'BREAK', 'LUNCH', 'VACATION', 'SICKDAY'] as const;

/** How far an appointment in a salon is. */
export const salonStatuses = [
  'SCHEDULED',
  'CHECKEDIN',
  'NOSHOW',
  'BEINGSERVICED',
  'CHECKEDOUT',
  'NONE',
] as const;
