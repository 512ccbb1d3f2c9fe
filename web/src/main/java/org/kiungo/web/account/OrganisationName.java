package org.kiungo.web.account;

/**
 * An organisation.
 *
 * @param id by which configuration names it
 * @param name as people call it
 */
public record OrganisationName(String id, String name) {}
