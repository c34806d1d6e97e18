// A business rule for ServiceNow, made by an administrator:
//   table      incident, or sn_customerservice_case for cases; the same once more on sys_user, or customer_contact, for callers
//   when       async, insert, update and delete
//   condition  current.sys_updated_by != '<the integration user>'
// It needs an outbound REST message named Switchboard with an HTTP method named notify: POST to
// https://<gateway>/webhooks/servicenow, and the system property switchboard.webhook_secret, private and readable by
// administrators only, that holds SERVICENOW_WEBHOOK_SECRET.
// Where scripts may not sign, leave out the lines with time and secret, and let the REST message log in: authentication Basic
// with SERVICENOW_WEBHOOK_USER and SERVICENOW_WEBHOOK_PASSWORD.
(function executeRule(current, previous) {
  var kinds = { incident: 'incident', sn_customerservice_case: 'case', sys_user: 'contact', customer_contact: 'contact' };
  var what = current.operation() == 'delete' ? 'deleted' : current.sys_mod_count == 0 ? 'created' : 'updated';
  var body = JSON.stringify({
    event: kinds[current.getTableName()] + '.' + what,
    sys_id: current.getUniqueValue(),
    number: current.getValue('number'),
    state: current.getValue('state'),
    hold_reason: current.getValue('hold_reason'),
    correlation_id: current.getValue('correlation_id'),
    sys_updated_on: current.getValue('sys_updated_on'),
    sys_updated_by: current.getValue('sys_updated_by'),
    sys_mod_count: current.getValue('sys_mod_count')
  });
  var message = new sn_ws.RESTMessageV2('Switchboard', 'notify');
  message.setRequestHeader('Content-Type', 'application/json');
  var time = String(Math.floor(new GlideDateTime().getNumericValue() / 1000));
  var secret = gs.base64Encode(gs.getProperty('switchboard.webhook_secret'));
  message.setRequestHeader('X-Timestamp', time);
  message.setRequestHeader('X-Signature', new CertificateEncryption().generateMac(secret, 'HmacSHA256', time + '.' + body));
  message.setRequestBody(body);
  message.execute();
})(current, previous);
