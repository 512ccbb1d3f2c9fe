/** Empty tables to fill in, one a layer. */
package org.kiungo.web.dataset.template;
