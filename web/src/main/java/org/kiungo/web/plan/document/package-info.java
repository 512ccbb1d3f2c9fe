/**
 * Plans in the standards of other registries: the Open Fibre Data Standard for networks, the Open
 * Contracting for Infrastructure Data Standard and the International Aid Transparency Initiative
 * for projects.
 */
package org.kiungo.web.plan.document;
