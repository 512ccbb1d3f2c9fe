/** Why a plan builds what it builds in a settlement. */
package org.kiungo.web.plan.explain;
