/** A plan's own today beside the newest data on its countries. */
package org.kiungo.web.plan.today;
