/**
 * Partners that an organisation keeps, and who of them pays for a plan: questions that wait their
 * turn, their answers, and those of them that were kept as plans.
 */
package org.kiungo.web.partner;
