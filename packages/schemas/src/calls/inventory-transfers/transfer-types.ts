/** A transfer moves goods; an order asks for them. */
export const transferTypes = ['TRANSFER', 'TRANSFER_ORDER'] as const;
