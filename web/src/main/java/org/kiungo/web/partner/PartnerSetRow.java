package org.kiungo.web.partner;

/**
 * Partners as the database keeps them.
 *
 * @param id opaque
 * @param name as typed
 * @param version grows with every change
 * @param partners JSON as a partners' file has it
 */
record PartnerSetRow(String id, String name, int version, String partners) {}
