/** What to find out first: places whose answer changes a plan most, as lists and forms. */
package org.kiungo.web.doubt.survey;
