/** The 54 countries as the built-in reference data knows them, and how far their plans get. */
package org.kiungo.web.country;
