/** The page of what was decided of a plan and happened to it, where planners decide. */
package org.kiungo.web.page.review;
