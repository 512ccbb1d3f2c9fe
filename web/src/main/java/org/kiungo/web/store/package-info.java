/** Where the web application keeps things: the data folder and its database. */
package org.kiungo.web.store;
